/**
 * A function that is evaluated in a page: everything inside a part of it that
 * sticks out of the window sideways and cannot be scrolled to within the part.
 */
;(part) => {
  const scrolled = (node) =>
    node !== part &&
    (/auto|scroll|hidden/.test(getComputedStyle(node).overflowX) ||
      scrolled(node.parentElement))

  return [...part.querySelectorAll("*")]
    .filter((node) => {
      const { right, width } = node.getBoundingClientRect()
      return (
        width > 0 &&
        right > window.innerWidth + 1 &&
        !scrolled(node.parentElement)
      )
    })
    .map((node) => `${node.tagName} ${node.textContent.slice(0, 40)}`)
}
