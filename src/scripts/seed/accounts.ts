/** The demo shop's log-ins. Their password is the setting `SEED_PASSWORD`. */
export const staffAccounts = {
  superAdmin: {
    email: "super@duka.example.com",
    first_name: "Wanjiru",
    last_name: "Kamau",
  },
  admin: {
    email: "admin@duka.example.com",
    first_name: "Farhan",
    last_name: "Chowdhury",
  },
}
