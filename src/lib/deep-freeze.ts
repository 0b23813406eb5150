/** Freezes plain data all the way down; patterns and dates stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    if (
      Array.isArray(value) ||
      Object.getPrototypeOf(value) === Object.prototype
    ) {
      Object.freeze(value)
      Object.values(value).forEach(deepFreeze)
    }
  }
  return value
}
