/**
 * An expression that is evaluated in a page: the contrast of every text that a
 * person must read, by what it says.
 */
;(() => {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number)

  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((value) => {
      const part = value / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  const background = (node) => {
    const color = getComputedStyle(node).backgroundColor
    return channels(color)[3] === 0 && node.parentElement
      ? background(node.parentElement)
      : color
  }

  const texts = document.querySelectorAll(
    "h1, h2, h3, p, label, button, time, li, a"
  )
  return Object.fromEntries(
    [...texts]
      .filter((node) => node.textContent.trim() && node.offsetParent)
      .map((node) => {
        const text = luminance(getComputedStyle(node).color)
        const behind = luminance(background(node))
        const lighter = Math.max(text, behind) + 0.05
        const darker = Math.min(text, behind) + 0.05
        return [`${node.tagName} ${node.textContent.trim()}`, lighter / darker]
      })
  )
})()
