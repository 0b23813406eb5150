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
    files: ["src/**/*.ts"],
    ignores: ["src/settings/**", "src/scripts/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Only src/settings reads process.env.",
        },
      ],
    },
  },
]
