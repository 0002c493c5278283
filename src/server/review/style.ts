/** The look of a sheet: A4 on its side, dark ink on white, nothing that needs colour to be understood. */
export const style = `
@page { size: A4 landscape; margin: 11mm 12mm 13mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; color: #46575c } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 273mm; padding: 6mm 4mm; font: 9.5pt/1.38 system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; color: #12262c; background: #fff }
h1 { font-size: 21pt; line-height: 1.15; margin: 0 0 1mm; letter-spacing: -.01em }
h2 { font-size: 14pt; margin: 6mm 0 3mm; padding-bottom: 1mm; border-bottom: .6mm solid #005c6b; color: #002d36; break-after: avoid }
h3 { font-size: 11.5pt; line-height: 1.3; margin: 0 }
p { margin: 0 0 1.5mm }
small { display: block; font-weight: 400; margin-top: .6mm; font-size: 7.6pt; line-height: 1.32; color: #46575c; font-style: italic }
.id { font-size: 7.6pt; color: #46575c; letter-spacing: .01em }
.figures { display: flex; flex-wrap: wrap; gap: 0 9mm; margin: .5mm 0 2mm; columns: auto }
.figures div { margin: 0 }
.figures dt { display: block; font-weight: 400; font-size: 8pt; color: #46575c }
.figures dd b { font-size: 11pt; margin-right: 1.5mm }
.figures dd span { font-size: 8pt; color: #46575c }
.sign { display: grid; grid-template-columns: 2fr 2fr 1fr; gap: 8mm; margin: 11mm 0 5mm }
.sign span { border-top: .25mm solid #12262c; padding-top: .8mm; font-size: 8pt; color: #46575c }
header { break-after: page }
.general .remarks { height: 95mm }
article { break-inside: avoid; margin: 0 0 6mm; padding-top: 1mm }
.top { display: flex; justify-content: space-between; gap: 6mm; align-items: baseline; margin-bottom: 1.2mm }
table { width: calc(100% - .4mm); border-collapse: collapse; table-layout: fixed }
th, td { border: .2mm solid #adb6b6; padding: 1.3mm 1.8mm; vertical-align: top; text-align: left; overflow-wrap: break-word }
.list { table-layout: auto }
thead th { background: #eaf5f6; font-weight: 600; font-size: 8.4pt; color: #002d36; print-color-adjust: exact; -webkit-print-color-adjust: exact }
thead th b { font-size: 11pt; margin-right: 1.2mm }
th.who { width: 27mm; hyphens: auto; font-weight: 600; font-size: 8.4pt; background: #f4f2ed; print-color-adjust: exact; -webkit-print-color-adjust: exact }
tbody + tbody { border-top: .5mm solid #505e60 }
.stem { font-weight: 600 }
.label { font-weight: 600; font-size: 8pt; color: #46575c; margin-right: 1.5mm }
.term { text-decoration: underline dotted #116675; text-underline-offset: .5mm }
u { text-decoration: underline .35mm #005c6b; text-underline-offset: .7mm; text-decoration-skip-ink: none }
td .note { margin: 0 }
.note { margin: 1.2mm 0 0; font-size: 8pt; color: #46575c }
dl { margin: 1.5mm 0 0; columns: 2; column-gap: 8mm; font-size: 8.4pt }
dl div { break-inside: avoid; margin-bottom: .8mm }
dt { display: inline; font-weight: 600 }
dd { display: inline; margin: 0 }
ol, ul { margin: 1mm 0 1.5mm; padding-left: 6mm }
li { margin-bottom: .8mm }
.right { font-weight: 700 }
.right::marker { content: '✓  ' }
.remarks { height: 18mm; width: calc(100% - .4mm); margin-top: 1.8mm; border: .2mm solid #adb6b6; padding: .6mm 1.8mm; background: repeating-linear-gradient(transparent 0 6.7mm, #c4caca 6.7mm 7mm); print-color-adjust: exact; -webkit-print-color-adjust: exact }
.remarks span { font-size: 7.6pt; color: #46575c }
.two { columns: 2; column-gap: 8mm }
.list .key { width: 52mm; font-size: 7.6pt; color: #46575c }
.list td:last-child { width: 34% }
.list tr { break-inside: avoid }
.dense { font-size: 8.6pt; line-height: 1.3 }
.dense small { font-size: 6.9pt; line-height: 1.22; margin-top: .3mm }
.dense th, .dense td { padding: .7mm 1.4mm }
.dense thead th b { font-size: 9.5pt }
.dense dl { margin-top: .8mm; font-size: 7.8pt }
.dense .note { margin-top: .6mm }
.dense .remarks { height: 13mm; margin-top: 1mm }
@media print { body { padding: 0; max-width: none } }
@media screen and (max-width: 900px) {   .sign { grid-template-columns: 1fr } .scroll { overflow-x: auto } .scroll table { min-width: 820px } }
`
