// PM2: run `npm run build`, install the packages of `.medusa/server`, then
// `pm2 start ecosystem.config.cjs` with the settings in the environment.
const cwd = `${__dirname}/.medusa/server`
const script = "node_modules/@medusajs/cli/cli.js"
const common = {
  cwd,
  script,
  args: "start",
  kill_timeout: 30_000,
  max_memory_restart: "1500M",
}

module.exports = {
  apps: [
    {
      ...common,
      name: "duka-server",
      env: { NODE_ENV: "production", WORKER_MODE: "server" },
    },
    {
      ...common,
      name: "duka-worker",
      env: {
        NODE_ENV: "production",
        WORKER_MODE: "worker",
        ADMIN_ENABLED: "false",
      },
    },
  ],
}
