// Writes the licences of the libraries that are bundled into the page: node third_party.mjs FOLDER OUTPUT
// FOLDER holds package-lock.json and node_modules.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, output] = process.argv.slice(2);
const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));

/** The licence files of the package in `path`, or the words of its package.json where it has none. */
function licenceText(path, licence) {
  const files = readdirSync(path).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort();
  if (files.length === 0) return `Licence: ${licence} (the package holds no text of its own)`;
  return files.map((name) => readFileSync(join(path, name), 'utf8').trim()).join('\n\n');
}

const parts = ['The page of Plotleaf holds code of these packages, each under its own licence.'];
for (const [path, { version, license, dev }] of Object.entries(lock.packages)) {
  if (path === '' || dev || !existsSync(join(folder, path))) continue; // of another platform
  const name = path.replace(/^.*node_modules\//, '');
  parts.push(`${name} ${version} (${license})\n\n${licenceText(join(folder, path), license)}`);
}
writeFileSync(output, parts.join(`\n\n${'-'.repeat(80)}\n\n`) + '\n');
