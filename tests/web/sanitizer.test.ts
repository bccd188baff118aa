import assert from 'node:assert/strict';
import test from 'node:test';
import { isPlain } from '../src/blocks/plain_blocks.ts';
import { Sanitizer } from '../src/blocks/sanitizer.ts';
import { cleanStyle } from '../src/blocks/style_filter.ts';
import { openShell, sourceFile } from './support/dom.ts';
import { Random } from './support/random.ts';

const document = openShell();
const sanitizer = new Sanitizer(window as never, document);
const clean = (html: string) => sanitizer.clean([html])[0]!;

function payloads(): string[] {
  return sourceFile('tests/data/xss/payloads.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('%% ') && line !== '%%')
    .map((line) => line.replaceAll('{{js}}', 'document.title=`hit`').replaceAll('{{host}}', '127.0.0.1:9').replaceAll('{{nl}}', '\n'));
}

const forbiddenElements = new Set(['script', 'style', 'link', 'meta', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed',
  'applet', 'form', 'template', 'portal', 'foreignobject', 'animate', 'set', 'animatetransform', 'use', 'image', 'feimage',
  'title', 'textarea', 'select', 'noscript', 'xmp', 'noembed', 'noframes', 'plaintext']);
/** Text in these is text, whatever it says. */
const plainText = /^(?:title|alt|data-.*|aria-.*|class|id|cite)$/;

/** What reports are made of, and comes out as it went in. */
const kept = [
  '<h2 id="links">Links</h2>',
  '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code> <kbd>f</kbd> <mark>g</mark> <sub>h</sub><sup>i</sup></p>',
  '<a href="https://example.org/?a=1&amp;b=2" title="t">x</a>',
  '<a href="#anchor">x</a>',
  '<a href="other.md">x</a>',
  '<a href="mailto:a@example.org">x</a>',
  '<img src="plotleaf://asset/a.png" alt="a" width="10" height="5">',
  '<img src="data:image/png;base64,AAAA" alt="">',
  '<table><thead><tr><th align="right">a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>',
  '<details open=""><summary>s</summary>t</details>',
  '<div class="pl-panel" data-panel="k1" data-type="line"><pre>type: line</pre></div>',
  '<span class="pl-math">a &lt; b</span>',
  '<pre class="pl-diagram" data-language="mermaid">graph TD</pre>',
  '<div class="grid g-2-col"><div>a</div></div>',
  '<p style="color: red; text-align: center">x</p>',
  '<svg viewBox="0 0 9 9"><path d="M0 0L9 9" fill="url(#g)"></path></svg>',
  '<audio src="plotleaf://media/a.wav" controls=""></audio>',
  '<ol start="3"><li>x</li></ol>',
  '<section class="footnotes" data-footnotes=""><p>x</p></section>',
];

/** What in `root` could run, load or lead somewhere it must not. */
function dangers(root: Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const tooltip = element.localName === 'title' && element.namespaceURI === 'http://www.w3.org/2000/svg';
    if (!tooltip && forbiddenElements.has(element.localName.toLowerCase())) found.push(`<${element.localName}>`);
    for (const { name, value } of Array.from(element.attributes)) {
      const plain = value.replace(/[^\x21-\x7e]/g, '').toLowerCase();
      const local = name.toLowerCase();
      if (local.startsWith('on')) found.push(`${local}=${value}`);
      if (['name', 'srcset', 'ping', 'action', 'formaction', 'background', 'poster', 'autofocus', 'usemap'].includes(local)) found.push(local);
      if (plainText.test(local)) continue;
      if (/^(?:javascript|vbscript|file|blob|view-source|filesystem|chrome|about):/.test(plain)) found.push(`${local}=${value}`);
      if (plain.startsWith('data:') && !/^data:(?:image|audio|video)\//.test(plain)) found.push(`${local}=${value}`);
      const mayLead = element.localName === 'a' && local.endsWith('href');
      if (!mayLead && /127\.0\.0\.1|^\/[/\\]|^\\\\|url\((?!['"]?#)/.test(plain)) found.push(`${local}=${value}`);
      if (local === 'style' && /position|z-index|animation|transform|url|expression|--/.test(plain)) found.push(`style=${value}`);
    }
  }
  return found;
}

test('the corpus is large', () => assert.ok(payloads().length >= 200, String(payloads().length)));

test('no payload keeps anything that runs, loads or covers', () => {
  for (const payload of payloads()) assert.deepEqual(dangers(clean(payload)), [], payload);
});

test('payloads in one patch do not reach out of their blocks', () => {
  const blocks = sanitizer.clean(payloads());
  assert.equal(blocks.length, payloads().length);
  for (const block of blocks) assert.deepEqual(dangers(block), []);
});

/** Chromium keeps its handler when script of another world than the page's takes the attribute away. */
test('no element that ever had a handler leaves', () => {
  const stripped = new Set<Element>();
  const { removeAttributeNode } = Element.prototype;
  Element.prototype.removeAttributeNode = function (attribute) {
    if (attribute.name.startsWith('on')) stripped.add(this);
    return removeAttributeNode.call(this, attribute);
  };
  try {
    const watched = new Sanitizer(window as never, document);
    const [block] = watched.clean(['<img src="a.png" onerror="hit()"><p onclick="hit()">x</p>']);
    assert.equal(stripped.size, 2);
    assert.equal(block!.children.length, 2);
    for (const element of block!.children) assert.ok(!stripped.has(element), element.outerHTML);
  } finally {
    Element.prototype.removeAttributeNode = removeAttributeNode;
  }
});

test('what is let pass as plain is what the purifier would leave alone', () => {
  const texts = [...payloads(), ...kept, '<p title="a>b">x</p>', '<div class="pl-panel" data-panel="k"><pre>x</pre></div>',
                 '<ul><li class="pl-task"><input type="checkbox" data-line="0" checked=""> a</li></ul>'];
  let plain = 0;
  for (const text of texts) {
    const block = document.implementation.createHTMLDocument('').createElement('div');
    block.innerHTML = text;
    if (!isPlain(block)) continue;
    const before = block.innerHTML;
    sanitizer.purify(block);
    assert.equal(block.innerHTML, before);
    ++plain;
  }
  assert.ok(plain > 20, `${plain} were plain`);
});

/** Mark-up of the kinds that reports have, with something strange in about every third piece. */
function randomHtml(random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const names = ['p', 'em', 'ul', 'li', 'table', 'tr', 'td', 'a', 'span', 'div', 'h2', 'pre', 'code', 'blockquote', 'B', 'svg', 'math', 'font', 'x-y', 'img', 'title', 'input', 'input type="checkbox"'];
  const attributes = ['class="a"', 'id="links"', 'title="t"', 'align=right', 'start="3"', 'data-panel="k"', 'href="https://a.b/c?d=e#f"', 'href="#x"', 'href=" java\tscript:x"',
                      'href="//a.b"', 'href="data:text/html,x"', 'onclick="x"', 'style="color:red"', 'name="x"', 'id="<b>"', 'title="a>b"', 'xlink:href="#x"', 'is="x"', 'slot=s', 'data-x="1"', 'CLASS=b', 'checked', 'data-line="3"', 'type="text"'];
  const texts = ['text', '&lt;b&gt;', '&#x6a;', '<!-- c -->', '<![CDATA[x]]>', '</p>', '<', '&', '\u0000', '"'];
  let html = '';
  for (let i = random.below(6) + 1; i > 0; --i) {
    const name = pick(names.slice(0, random.below(3) ? 15 : names.length));
    const some = Array.from({ length: random.below(3) }, () => pick(attributes.slice(0, random.below(3) ? 8 : attributes.length)));
    html += `<${[name, ...some].join(' ')}>${pick(texts.slice(0, random.below(3) ? 3 : texts.length))}${random.below(4) ? `</${name}>` : ''}`;
  }
  return html;
}

test('whatever is let pass as plain, the purifier would leave alone', () => {
  const random = new Random('plain blocks');
  let plain = 0;
  for (let i = 0; i < 4000; ++i) {
    const html = randomHtml(random);
    const block = document.implementation.createHTMLDocument('').createElement('div');
    block.innerHTML = html;
    if (!isPlain(block)) continue;
    const before = block.innerHTML;
    assert.deepEqual(dangers(block), [], html);
    sanitizer.purify(block);
    assert.equal(block.innerHTML, before, html);
    ++plain;
  }
  assert.ok(plain > 400, `${plain} were plain`);
});

test('the tasks that core writes are plain', () => {
  const block = document.implementation.createHTMLDocument('').createElement('div');
  block.innerHTML = '<ul><li class="pl-task"><input type="checkbox" data-line="0" /> a</li><li class="pl-task"><input type="checkbox" data-line="1" checked="" /> b</li></ul>';
  assert.equal(isPlain(block), true);
});

test('one unknown thing, and a block is not plain', () => {
  const cases = ['<p onclick="x">a</p>', '<p><x-y></x-y></p>', '<svg></svg>', '<p style="color:red">a</p>', '<a href="javascript:x">a</a>',
                 '<a href="ht\ntps://a.b/">a</a>', '<ul><li><p>a</p></li><li><img src="x"></li></ul>', '<p>a</p><math></math>', '<a name="x">a</a>',
                 '<input>', '<input type="text">', '<input type="checkbox" onclick="x">', '<input type="checkbox" autofocus="">',
                 '<input type="checkbox" checked="x">', '<input type="checkbox" data-line="1e3">', '<p data-line="1">a</p>'];
  for (const html of cases) {
    const block = document.implementation.createHTMLDocument('').createElement('div');
    block.innerHTML = html;
    assert.equal(isPlain(block), false, html);
  }
});

test('the check itself sees danger', () => {
  for (const html of ['<p onclick=x>', '<a href="javascript:x">', '<img src="http://127.0.0.1/">', '<p style="position:fixed">', '<form>']) {
    const box = document.implementation.createHTMLDocument('').createElement('div');
    box.innerHTML = html;
    assert.notDeepEqual(dangers(box), [], html);
  }
});

test('what reports are made of survives', () => {
  for (const html of kept) assert.equal(clean(html).innerHTML, html);
});

test('task boxes keep their line, other inputs go', () => {
  assert.equal(clean('<input type="checkbox" data-line="2" checked="">').innerHTML, '<input type="checkbox" data-line="2" checked="">');
  assert.equal(clean('<input type="text"><input type="image" src="x"><input>').innerHTML, '');
});

test('a name on a link becomes its id', () => {
  assert.equal(clean('<a name="here"></a>').innerHTML, '<a id="here"></a>');
});

test('assets get their address, remote pictures and frames a place', () => {
  assert.equal(clean('<img src="asset:a b.png">').querySelector('img')?.getAttribute('src'), 'plotleaf://asset/a%20b.png');
  const remote = clean('<img src="//example.org/x.png" alt="X" width="20">').firstElementChild as HTMLElement;
  assert.deepEqual([remote.className, remote.dataset.remote, remote.dataset.alt, remote.dataset.width],
                   ['pl-remote', 'https://example.org/x.png', 'X', '20']);
  const frame = clean('<iframe src="https://app.example.org/widgets/?type=scalar"></iframe>').firstElementChild as HTMLElement;
  assert.deepEqual([frame.className, frame.dataset.remote], ['pl-frame', 'https://app.example.org/widgets/?type=scalar']);
});

test('styles lose what loads or covers and keep what colours', () => {
  const cases: [string, string][] = [
    ['color: red; background: url(http://x/)', 'color: red'],
    ['width: 50%; position: fixed; text-align: right', 'width: 50%; text-align: right'],
    ['color: blue !important', 'color: blue !important'],
    ['--x: 1; animation: a 1s', ''],
    ['}{', ''],
  ];
  for (const [style, expected] of cases) assert.equal(cleanStyle(style, document), expected, style);
});
