import type { ReceiptContent } from './receipt-content';

/** A record as a page of HTML: no script, no address outside of it, A4 with numbered pages when printed. */
export function receiptHtml({ language, title, status, facts, lines }: ReceiptContent): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE(title)}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p class="status">${escaped(status)}</p>${list(facts)}</header>
<main>
${lines
  .map(
    ({ position, name, sections }) => `<article><h2><span>${escaped(position)}</span> ${escaped(name)}</h2>
<div class="sections">${sections
      .map((section) => `<section><h3>${escaped(section.title)}</h3>${list(section.facts)}</section>`)
      .join('\n')}</div></article>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

function list(facts: readonly { readonly label: string; readonly value: string }[]): string {
  return `<dl>${facts
    .map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`)
    .join('')}</dl>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whatever a customer's text holds stays text. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A text as CSS writes it; what could end the string, the style or the line is written by its number. */
function cssString(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

const STYLE = (title: string) => `
:root { color-scheme: light; }
body { margin: 1.5rem auto; max-width: 62rem; padding: 0 1rem; font: 13px/1.4 system-ui, sans-serif; color: #182126; background: #fff; }
h1 { margin: 0; font-size: 1.35rem; }
h2 { margin: 0 0 .4rem; font-size: 1rem; }
h2 span { color: #55636b; font-weight: 500; margin-right: .5rem; }
h3 { margin: 0 0 .15rem; font-size: .75rem; text-transform: uppercase; letter-spacing: .04em; color: #55636b; }
.status { margin: .25rem 0 .75rem; font-weight: 600; }
header { border-bottom: 2px solid #182126; padding-bottom: .75rem; }
header dl { display: flex; flex-wrap: wrap; gap: .25rem 2rem; }
article { padding: .75rem 0; border-bottom: 1px solid #d9dfe3; }
.sections { columns: 17rem; column-gap: 1.5rem; }
section { break-inside: avoid; padding-bottom: .5rem; }
dl { margin: 0; }
section dl > div { display: grid; grid-template-columns: minmax(6rem, 40%) minmax(0, 1fr); gap: 0 .5rem; break-inside: avoid; }
dt { color: #55636b; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
@page { size: A4; margin: 16mm 12mm 14mm; @top-left { content: ${cssString(title)}; font: 8pt system-ui, sans-serif; color: #55636b; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #55636b; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 7.5pt; } body { line-height: 1.3; } .sections { columns: 3; column-gap: 5mm; } section { padding-bottom: 1mm; } article { padding: 3mm 0; break-inside: avoid; } h2 { break-after: avoid; } }
`;
