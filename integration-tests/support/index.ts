export { bootApp, type BootedApp } from "./boot-app"
export {
  NARROW,
  openBrowser,
  type PageOptions,
  type Staff,
  type TestBrowser,
  type TestPage,
  WIDE,
} from "./browser"
export { call, type CallOptions, type Json, type Reply } from "./call"
export { cloneDatabase, query } from "./databases"
export { unique } from "./fixtures"
export { startRedis, type TestRedis } from "./redis"
export { runBefore } from "./run-before"
export {
  type ServerOptions,
  startServer,
  startServers,
  type TestServer,
} from "./server"
export { type Person, type Shop, shopAt, useShop } from "./shop"
export { type Simulators, startSimulators } from "./simulators"
