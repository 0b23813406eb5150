import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

/** The presets leave tests out; ours are read as strictly as the rest. */
const rulesOf = (preset) =>
  preset.filter(({ ignores, files }) => files || !ignores)

const NOT_OURS = [
  "**/node_modules/**",
  "**/.medusa/**",
  "**/.duka/**",
  "**/.cache/**",
  "**/static/**",
  "**/coverage/**",
]

const TESTS = [
  "integration-tests/**/*.ts",
  "**/__tests__/**/*.{ts,tsx}",
  "**/*.spec.{ts,tsx}",
]

export default [
  { ignores: NOT_OURS },
  ...rulesOf(medusa.configs.recommended),
  ...rulesOf(medusa.configs.strict),
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/only-throw-error": "error",
      "no-console": "error",
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    rules: {
      "no-console": "error",
      "no-undef": "off",
      "no-unused-vars": "error",
    },
  },
  {
    // These never answer a request, and pure helpers import nothing of
    // Medusa's: there is no status an error of theirs could map to.
    files: [
      "bench/**/*.ts",
      "scripts/**/*.ts",
      "simulators/**/*.ts",
      "src/lib/**/*.ts",
      "src/markets/**/*.ts",
      ...TESTS,
    ],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: TESTS,
    rules: {
      // Guesses from the size of a number; specs have small shops, big prices.
      "@medusajs/prices-in-major-units": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|test|describe)$/]",
          message: "Every test runs. Delete it or mend it.",
        },
        {
          selector:
            "CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]",
          message: "Every test runs. Delete it or mend it.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/settings/**", "src/scripts/**", ...TESTS],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.name='process'][property.name='env']",
          message: "Only src/settings reads process.env.",
        },
      ],
    },
  },
]
