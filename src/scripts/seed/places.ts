import type { MarketCode } from "../../markets"

/** Where each market's parcels leave from. */
export type Place = {
  location: string
  address: {
    address_1: string
    city: string
    province: string
    postal_code: string
    phone: string
  }
}

export const places: Record<MarketCode, Place> = {
  ke: {
    location: "Nairobi",
    address: {
      address_1: "Godown 7, Enterprise Road",
      city: "Nairobi",
      province: "Nairobi",
      postal_code: "00100",
      phone: "+254712000100",
    },
  },
  bd: {
    location: "Dhaka",
    address: {
      address_1: "House 12, Road 4, Tejgaon Industrial Area",
      city: "Dhaka",
      province: "Dhaka",
      postal_code: "1208",
      phone: "+8801712000100",
    },
  },
  in: {
    location: "Mumbai",
    address: {
      address_1: "Unit 4, Marol Industrial Estate, Andheri East",
      city: "Mumbai",
      province: "Maharashtra",
      postal_code: "400059",
      phone: "+919820000100",
    },
  },
  us: {
    location: "Newark",
    address: {
      address_1: "210 Frelinghuysen Avenue",
      city: "Newark",
      province: "NJ",
      postal_code: "07114",
      phone: "+19735550100",
    },
  },
}

export type ShippingCode = "standard" | "express" | "return"

export type ShippingService = {
  code: ShippingCode
  name: string
  description: string
  is_return: boolean
  prices: Record<string, number>
}

export const shippingServices: ShippingService[] = [
  {
    code: "standard",
    name: "Standard delivery",
    description: "At the door in two to four working days.",
    is_return: false,
    prices: { kes: 250, bdt: 120, inr: 99, usd: 5.99 },
  },
  {
    code: "express",
    name: "Express delivery",
    description: "The next working day in the city, two days elsewhere.",
    is_return: false,
    prices: { kes: 600, bdt: 250, inr: 249, usd: 14.99 },
  },
  {
    code: "return",
    name: "Return pick-up",
    description: "Our rider picks the parcel up, free of charge.",
    is_return: true,
    prices: { kes: 0, bdt: 0, inr: 0, usd: 0 },
  },
]
