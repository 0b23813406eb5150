import { tearDown } from "./run"

export default tearDown
