import type { MarketCode } from "../../markets"

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

export type DemoAddress = {
  address_1: string
  city: string
  province?: string
  postal_code?: string
  country_code: string
}

export type DemoCustomer = {
  email: string
  phone: string
  first_name: string
  last_name: string
  market: MarketCode
  address: DemoAddress
}

export const demoCustomers: readonly DemoCustomer[] = [
  {
    email: "achieng@duka.example.com",
    phone: "+254712345678",
    first_name: "Achieng",
    last_name: "Otieno",
    market: "ke",
    address: {
      address_1: "Jamhuri Estate, House 41",
      city: "Nairobi",
      province: "Nairobi",
      postal_code: "00100",
      country_code: "ke",
    },
  },
  {
    email: "nusrat@duka.example.com",
    phone: "+8801712345678",
    first_name: "Nusrat",
    last_name: "Jahan",
    market: "bd",
    address: {
      address_1: "Flat 5B, House 27, Road 11, Dhanmondi",
      city: "Dhaka",
      province: "Dhaka",
      postal_code: "1209",
      country_code: "bd",
    },
  },
  {
    email: "meera@duka.example.com",
    phone: "+919820123456",
    first_name: "Meera",
    last_name: "Kulkarni",
    market: "in",
    address: {
      address_1: "12 Sai Krupa Society, Kothrud",
      city: "Pune",
      province: "Maharashtra",
      postal_code: "411038",
      country_code: "in",
    },
  },
]
