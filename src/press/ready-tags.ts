/// <reference lib="dom" />

/**
 * Readies a page for Chromium’s tag tree, which knows fewer things than a page says. Runs in the page, before it is
 * printed with tags; nothing of what is seen changes. `formulaSign` begins a formula’s description.
 */
export function readyTags(formulaSign: string): void {
  const label = (element: Element, text: string | null | undefined) => {
    const said = (text ?? '').replace(/\s+/g, ' ').trim()
    if (said) element.setAttribute('aria-label', said)
    return said !== ''
  }
  // A formula is a picture with a description that says it is a formula.
  for (const math of document.querySelectorAll('math, [role=math]')) {
    const holder = math.closest('[role=img], [role=math]') ?? math
    const said = holder.getAttribute('aria-label') ?? math.getAttribute('alttext') ?? math.textContent
    if (label(holder, said && `${formulaSign}${said}`)) holder.setAttribute('role', 'img')
  }
  for (const svg of document.querySelectorAll('svg:not([aria-hidden=true], svg svg)')) {
    const title = [...svg.children].find(({tagName}) => tagName === 'title')?.textContent
    if (svg.hasAttribute('aria-label') || label(svg, title)) svg.setAttribute('role', 'img')
  }
  for (const image of document.querySelectorAll('img:not([alt])')) image.setAttribute('alt', '')
  // A figure would be a picture round its picture.
  for (const figure of document.querySelectorAll('figure:not([role])')) figure.setAttribute('role', 'group')
  // A reference to a note would not be a link.
  for (const link of document.querySelectorAll('a[role^=doc-]')) link.removeAttribute('role')
  // Only what is complementary gets an element that can become a note.
  for (const aside of document.querySelectorAll('aside:not([role]), [role=complementary]'))
    aside.setAttribute('role', 'group')
  for (const note of document.querySelectorAll(
    '[role=note], [role=doc-footnote], [role=doc-endnote]:not(li)'
  ))
    note.setAttribute('role', 'complementary')
  // A text in a box that is no paragraph would run on with that of the next.
  for (const box of document.querySelectorAll(
    'div:not([role]), dt, dd, summary, legend, address:not([role])'
  )) {
    const own = [...box.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''))
    if (
      own &&
      !box.querySelector('p, div, ul, ol, dl, table, pre, blockquote, figure, h1, h2, h3, h4, h5, h6')
    )
      box.setAttribute('role', 'paragraph')
  }
  // An element that is nothing else gets no language.
  for (const text of document.querySelectorAll(
    ':is(span, i, b, u, s, q, small, cite, var, kbd, samp, bdi, bdo)[lang]:not([role])'
  ))
    text.setAttribute('role', 'generic')
  // An empty cell would be left out, and its row be too short.
  for (const cell of document.querySelectorAll('td:not([role])')) {
    const isEmpty = !/[^\s\u00AD\u200B-\u200F\u2060\uFEFF]|\u00A0/.test(cell.textContent)
    const pictures = 'img:not([alt=""]), svg[role=img], math, input, [role=img]'
    if (isEmpty && !cell.querySelector(pictures)) cell.setAttribute('role', 'rowheader')
  }
}
