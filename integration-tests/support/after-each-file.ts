import { releaseAll, undoAll } from "./resources"

afterEach(undoAll)
afterAll(releaseAll, 60_000)
