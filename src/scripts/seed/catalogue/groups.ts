/** A category with those below it. */
export type CategoryTree = {
  handle: string
  name: string
  description: string
  children?: readonly CategoryTree[]
}

export const categoryTree: readonly CategoryTree[] = [
  {
    handle: "watches",
    name: "Watches",
    description: "Wrist watches for every day and for the one day.",
    children: [
      {
        handle: "classic-watches",
        name: "Classic watches",
        description: "Hands, a dial and a movement you can trust.",
        children: [
          {
            handle: "dress-watches",
            name: "Dress watches",
            description: "Slim cases that disappear under a cuff.",
          },
          {
            handle: "field-watches",
            name: "Field watches",
            description: "Easy to read, hard to break.",
          },
          {
            handle: "dive-watches",
            name: "Dive watches",
            description: "Rotating bezels and 200 metres of patience.",
          },
          {
            handle: "chronographs",
            name: "Chronographs",
            description: "Stop the lap, the roast or the meeting.",
          },
        ],
      },
      {
        handle: "digital-watches",
        name: "Digital watches",
        description: "Big numbers, long batteries.",
      },
      {
        handle: "smart-watches",
        name: "Smart watches",
        description: "Health, messages and maps on the wrist.",
        children: [
          {
            handle: "fitness-bands",
            name: "Fitness bands",
            description: "Light bands that count what you do.",
          },
        ],
      },
      {
        handle: "watch-straps",
        name: "Watch straps",
        description: "A new strap makes a new watch.",
      },
    ],
  },
  {
    handle: "gadgets",
    name: "Gadgets",
    description: "Useful things with a battery or a plug.",
    children: [
      {
        handle: "audio",
        name: "Audio",
        description: "For music, calls and silence.",
        children: [
          {
            handle: "earbuds",
            name: "Earbuds",
            description: "Small, wireless and in a case that charges them.",
          },
          {
            handle: "headphones",
            name: "Headphones",
            description: "Over the ear, with or without noise cancelling.",
          },
          {
            handle: "speakers",
            name: "Speakers",
            description: "From the bathroom shelf to the courtyard.",
          },
        ],
      },
      {
        handle: "power",
        name: "Power",
        description: "For long days and short outages.",
        children: [
          {
            handle: "power-banks",
            name: "Power banks",
            description: "Energy to carry along.",
          },
          {
            handle: "chargers-and-cables",
            name: "Chargers and cables",
            description: "Fast, cool and well made.",
          },
        ],
      },
      {
        handle: "phones-and-tablets",
        name: "Phones and tablets",
        description: "Screens of all sizes.",
      },
      {
        handle: "desk",
        name: "Desk",
        description: "Keyboards, mice and light for work.",
      },
      {
        handle: "home-and-camera",
        name: "Home and camera",
        description: "A better connection and better pictures.",
      },
    ],
  },
]

export const collections = [
  { handle: "everyday-classics", title: "Everyday classics" },
  { handle: "rainy-season", title: "Ready for the rainy season" },
  { handle: "work-from-anywhere", title: "Work from anywhere" },
  { handle: "little-gifts", title: "Little gifts" },
] as const

export const productTypes = [
  "Watch",
  "Smart watch",
  "Strap",
  "Audio",
  "Power",
  "Mobile",
  "Desk",
  "Home",
] as const

export const tags = [
  "automatic",
  "bestseller",
  "bluetooth",
  "fast-charging",
  "for-her",
  "for-him",
  "gift",
  "leather",
  "new",
  "noise-cancelling",
  "office",
  "solar",
  "stainless-steel",
  "travel",
  "water-resistant",
] as const
