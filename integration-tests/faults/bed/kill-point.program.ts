import { killPoint } from "../../../src/lib/kill-point"

process.stdout.write("before\n", () => {
  killPoint("money taken")
  process.stdout.write("after\n")
})
