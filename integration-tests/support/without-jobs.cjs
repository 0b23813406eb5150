/**
 * Preloaded into a server whose jobs run only when a spec says so: what is due
 * at the next full minute must not decide a test. They are there to be run by
 * hand, and their own time is half a day away.
 */
const { JobLoader } = require("@medusajs/framework/jobs")

const { register } = JobLoader.prototype
const now = new Date()
const schedule = `${now.getMinutes()} ${(now.getHours() + 12) % 24} * * *`

JobLoader.prototype.register = function (job) {
  return register.call(this, { ...job, config: { ...job.config, schedule } })
}
