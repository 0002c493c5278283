import { escapeHtml } from './markup.ts'
import { style } from './style.ts'

export type Page = { readonly language: string; readonly title: string; readonly head: string; readonly sections: readonly Section[] }
export type Section = { readonly title: string; readonly articles: readonly string[] }

function sectionOf({ title, articles }: Section): string {
  return articles.length === 0 ? '' : `<section><h2>${escapeHtml(title)}</h2>\n${articles.join('\n')}</section>`
}

/** One file that can be printed or opened anywhere: no scripts, nothing from elsewhere. */
export function page({ language, title, head, sections }: Page): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${head}
${sections.map(sectionOf).join('\n')}
</main>
</body>
</html>
`
}
