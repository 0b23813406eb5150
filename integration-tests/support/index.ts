// Not here, because a spec that imports it waits a second for it: `bootApp`
// (./boot-app), `runBefore` (./run-before), `openBrowser` (./browser).
export { call, type CallOptions, type Json, type Reply } from "./call"
export { cloneDatabase, query } from "./databases"
export { unique } from "./fixtures"
export { startRedis, type TestRedis } from "./redis"
export {
  type ServerOptions,
  startServer,
  startServers,
  type TestServer,
} from "./server"
export { type Person, type Shop, shopAt, useShop } from "./shop"
export { type Simulators, startSimulators } from "./simulators"
