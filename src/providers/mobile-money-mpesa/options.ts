import {
  type DarajaConfig,
  DARAJA_HOSTS,
  type Initiator,
} from "../payment-mpesa/daraja"

export type MpesaDriverOptions = {
  environment: keyof typeof DARAJA_HOSTS
  /** Where the stand-in is; without it, Safaricom itself is asked. */
  simulatorsUrl?: string
  account: Omit<DarajaConfig, "baseUrl" | "initiator"> & {
    initiator?: Initiator
  }
  /** Where Safaricom's answers arrive: this shop's public address. */
  hooksUrl: string
  /** Refuses answers from other addresses than Safaricom's. */
  checkAddresses: boolean
}

export const darajaConfig = ({
  environment,
  simulatorsUrl,
  account,
}: MpesaDriverOptions): DarajaConfig => ({
  ...account,
  baseUrl: simulatorsUrl
    ? new URL(simulatorsUrl).origin
    : DARAJA_HOSTS[environment],
})
