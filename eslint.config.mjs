import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

export default [
  { ignores: ["**/.duka/**", "**/.cache/**", "**/static/**"] },
  ...medusa.configs.recommended,
  ...medusa.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
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
    ],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/settings/**", "src/scripts/**"],
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
