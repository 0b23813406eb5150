/** Medusa's commands that turn code into code and serve nobody. */
const COMPILING = new Set(["build", "lint", "db:generate", "plugin:build"])

/**
 * An image is built once, without secrets, and configured where it runs. So
 * these commands must work in production without what a server must have.
 */
export const isCompiling = (argv: readonly string[]) =>
  /[\\/](medusa|cli\.js)$/.test(argv[1] ?? "") && COMPILING.has(argv[2])
