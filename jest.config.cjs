const kinds = {
  unit: {
    testMatch: [
      "<rootDir>/src/**/__tests__/**/*.unit.spec.{ts,tsx}",
      "<rootDir>/simulators/**/__tests__/**/*.unit.spec.ts",
      "<rootDir>/scripts/**/__tests__/**/*.unit.spec.ts",
      "<rootDir>/bench/**/__tests__/**/*.unit.spec.ts",
      "<rootDir>/bench/**/__tests__/**/*.unit.spec.ts",
    ],
    testTimeout: 10_000,
  },
  modules: {
    testMatch: ["<rootDir>/src/modules/*/__tests__/**/*.spec.ts"],
    testPathIgnorePatterns: ["\\.unit\\.spec\\.ts$"],
    bed: true,
  },
  http: { folder: "http", bed: true },
  browser: { folder: "browser", bed: true, testTimeout: 120_000 },
  faults: { folder: "faults", bed: true, testTimeout: 180_000 },
  scale: { folder: "scale", bed: true, testTimeout: 180_000 },
}

const type = process.env.TEST_TYPE
const kind = kinds[type]
if (!kind) {
  throw new Error(
    `Set TEST_TYPE to one of ${Object.keys(kinds).join(", ")} (the npm scripts do), not "${type ?? ""}".`
  )
}

const support = "<rootDir>/integration-tests/support"

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["src", "simulators", "scripts", "bench", "integration-tests"].map(
    (folder) => `<rootDir>/${folder}`
  ),
  testEnvironment: "node",
  testMatch: kind.testMatch ?? [
    `<rootDir>/integration-tests/${kind.folder}/**/*.spec.ts`,
  ],
  testPathIgnorePatterns: [
    "/node_modules/",
    ...(kind.testPathIgnorePatterns ?? []),
  ],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: "automatic" },
          },
          target: "es2022",
        },
        // The bed imports ES modules of scripts/ with a real import().
        module: { type: "commonjs", ignoreDynamic: true },
        sourceMaps: "inline",
      },
    ],
  },
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "mjs", "json"],
  testTimeout: kind.testTimeout ?? 60_000,
  maxWorkers: kind.bed ? 1 : "100%",
  ...(kind.bed
    ? {
        globalSetup: `${support}/bed/setup.ts`,
        globalTeardown: `${support}/bed/teardown.ts`,
        setupFilesAfterEnv: [`${support}/after-each-file.ts`],
      }
    : {}),
  coverageDirectory: "<rootDir>/coverage",
  collectCoverageFrom: [
    "src/**/*.{ts,tsx}",
    "simulators/**/*.ts",
    "!**/__tests__/**",
    "!**/migrations/**",
    "!src/admin/**",
  ],
}
