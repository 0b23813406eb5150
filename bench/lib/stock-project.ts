/** The files of a Medusa project without anything of its own. */
export function stockFiles(version: string): Record<string, string> {
  return {
    "package.json": `${JSON.stringify(
      {
        name: "duka-bench-stock",
        private: true,
        description: "A stock Medusa, written and installed by npm run bench",
        dependencies: {
          "@medusajs/admin-sdk": version,
          "@medusajs/cli": version,
          "@medusajs/framework": version,
          "@medusajs/medusa": version,
        },
        devDependencies: {
          "@swc/core": "1.16.22",
          "ts-node": "10.9.2",
          typescript: "5.9.3",
        },
      },
      null,
      2
    )}\n`,
    "tsconfig.json": `${JSON.stringify(
      {
        compilerOptions: {
          target: "ES2022",
          module: "Node16",
          moduleResolution: "Node16",
          esModuleInterop: true,
          skipLibCheck: true,
          strict: true,
          outDir: ".medusa/server",
          rootDir: ".",
        },
        "ts-node": { swc: true },
        include: ["medusa-config.ts"],
      },
      null,
      2
    )}\n`,
    "medusa-config.ts": `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "",
      adminCors: process.env.ADMIN_CORS ?? "",
      authCors: process.env.AUTH_CORS ?? "",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
})
`,
  }
}
