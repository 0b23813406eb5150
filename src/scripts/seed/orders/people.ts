import type { MarketCode } from "../../../markets"
import type { DemoAddress } from "../accounts"
import type { Random } from "../random"

type Folk = {
  first: readonly string[]
  last: readonly string[]
  streets: readonly string[]
  /** City, province and post code. */
  cities: readonly (readonly [string, string, string])[]
  phone(random: Random): string
}

export type Person = {
  first_name: string
  last_name: string
  email: string
  phone: string
  address: DemoAddress
}

/** Regulars: a market has this many different guests. */
const GUESTS = 60

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.int(0, 9)).join("")

const folk: Record<MarketCode, Folk> = {
  ke: {
    first: [
      "Wambui",
      "Kiprono",
      "Atieno",
      "Mutua",
      "Halima",
      "Njoroge",
      "Chebet",
      "Baraka",
    ],
    last: [
      "Mwangi",
      "Ochieng",
      "Kariuki",
      "Wekesa",
      "Abdi",
      "Kimani",
      "Rotich",
      "Muthoni",
    ],
    streets: [
      "Ngong Road",
      "Moi Avenue",
      "Kenyatta Street",
      "Oginga Odinga Road",
      "Thika Road",
    ],
    cities: [
      ["Nairobi", "Nairobi", "00100"],
      ["Mombasa", "Mombasa", "80100"],
      ["Kisumu", "Kisumu", "40100"],
      ["Nakuru", "Nakuru", "20100"],
      ["Eldoret", "Uasin Gishu", "30100"],
    ],
    phone: (random) =>
      `+2547${random.pick(["10", "12", "20", "22"])}${digits(random, 6)}`,
  },
  bd: {
    first: [
      "Tasnim",
      "Rafiq",
      "Sadia",
      "Imran",
      "Farzana",
      "Shakib",
      "Mitu",
      "Arif",
    ],
    last: [
      "Rahman",
      "Akter",
      "Hossain",
      "Chowdhury",
      "Islam",
      "Sultana",
      "Karim",
      "Das",
    ],
    streets: [
      "Mirpur Road",
      "Station Road",
      "College Road",
      "Zindabazar Road",
      "Sadar Road",
    ],
    cities: [
      ["Dhaka", "Dhaka", "1205"],
      ["Chattogram", "Chittagong", "4000"],
      ["Sylhet", "Sylhet", "3100"],
      ["Khulna", "Khulna", "9100"],
      ["Rajshahi", "Rajshahi", "6000"],
    ],
    phone: (random) => `+8801${random.int(3, 9)}${digits(random, 8)}`,
  },
  in: {
    first: [
      "Ananya",
      "Rohan",
      "Kavya",
      "Vikram",
      "Ishita",
      "Arjun",
      "Divya",
      "Nikhil",
    ],
    last: [
      "Sharma",
      "Iyer",
      "Patil",
      "Reddy",
      "Banerjee",
      "Mehta",
      "Nair",
      "Singh",
    ],
    streets: [
      "MG Road",
      "Station Road",
      "Linking Road",
      "Park Street",
      "Gandhi Nagar",
    ],
    cities: [
      ["Mumbai", "Maharashtra", "400050"],
      ["Pune", "Maharashtra", "411001"],
      ["Bengaluru", "Karnataka", "560001"],
      ["Kolkata", "West Bengal", "700016"],
      ["Jaipur", "Rajasthan", "302001"],
    ],
    phone: (random) =>
      `+919${random.pick(["820", "910", "930"])}${digits(random, 6)}`,
  },
  us: {
    first: ["Maya", "Daniel", "Grace", "Omar", "Leah", "Samuel"],
    last: ["Carter", "Nguyen", "Brooks", "Rivera", "Johnson", "Patel"],
    streets: ["Main Street", "Oak Avenue", "Maple Drive", "Washington Street"],
    cities: [
      ["Newark", "NJ", "07102"],
      ["Houston", "TX", "77002"],
      ["Chicago", "IL", "60601"],
      ["Minneapolis", "MN", "55401"],
    ],
    phone: (random) => `+120155501${digits(random, 2)}`,
  },
}

/** One of the market's regulars; the same number is always the same person. */
export function guestOf(
  market: MarketCode,
  number: number,
  random: Random
): Person {
  const { first, last, streets, cities, phone } = folk[market]
  const [city, province, postal_code] = random.pick(cities)
  const first_name = random.pick(first)
  const last_name = random.pick(last)
  return {
    first_name,
    last_name,
    email:
      `${first_name}.${last_name}.${number}@${market}.example.com`.toLowerCase(),
    phone: phone(random),
    address: {
      address_1: `${random.int(1, 240)} ${random.pick(streets)}`,
      city,
      province,
      postal_code,
      country_code: market,
    },
  }
}

export const guestNumber = (random: Random) => random.int(1, GUESTS)
