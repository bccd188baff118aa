/** Part `code`: highlight.js with the languages that people who train models paste. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cmake from 'highlight.js/lib/languages/cmake';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import fortran from 'highlight.js/lib/languages/fortran';
import go from 'highlight.js/lib/languages/go';
import haskell from 'highlight.js/lib/languages/haskell';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import llvm from 'highlight.js/lib/languages/llvm';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import plaintext from 'highlight.js/lib/languages/plaintext';
import powershell from 'highlight.js/lib/languages/powershell';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { publishPart } from '../part_registry.ts';

const languages = {
  bash, c, cmake, cpp, csharp, css, diff, dockerfile, fortran, go, haskell, ini, java, javascript, json, julia, kotlin,
  latex, llvm, lua, makefile, markdown, matlab, nginx, perl, php, plaintext, powershell, protobuf, python,
  'python-repl': pythonRepl, r, ruby, rust, scala, scss, shell, sql, swift, typescript, x86asm, xml, yaml,
};
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Names that people write and highlight.js does not know, for the nearest grammar that it does. */
const aliases: Record<keyof typeof languages | string, string[]> = {
  cpp: ['cuda', 'cu', 'hip', 'opencl', 'metal', 'glsl', 'hlsl', 'wgsl'],
  python: ['triton', 'mojo', 'starlark', 'bazel', 'pytb', 'ipython', 'cython', 'pyx'],
  ini: ['cfg', 'conf', 'editorconfig', 'gitconfig'],
  javascript: ['json5', 'jsonc'],
  yaml: ['panel', 'runset'],
  llvm: ['mlir'],
  bash: ['slurm', 'sbatch', 'fish'],
  ruby: ['hcl', 'terraform'],
};
for (const [languageName, names] of Object.entries(aliases)) hljs.registerAliases(names, { languageName });

publishPart('code', {
  highlight(code, language) {
    if (!hljs.getLanguage(language)) return undefined;
    return hljs.highlight(code, { language, ignoreIllegals: true }).value;
  },
});
