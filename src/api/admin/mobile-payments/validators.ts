import { z } from "@medusajs/framework/zod"
import { settings } from "../../../settings"
import {
  awaitedStates,
  differenceKinds,
  eventStates,
} from "../../../modules/mobile-money/types"

const page = {
  limit: z.coerce.number().int().min(1).max(settings.PAGE_SIZE_MAX).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).max(20)]).optional()

/** A day, or an instant with its zone. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

const filters = {
  q: z.string().trim().min(1).max(64).optional(),
  state: oneOrMany(z.enum(awaitedStates)),
  driver: oneOrMany(z.string().max(32)),
  from: moment.optional(),
  to: moment.optional(),
}

export const AdminGetMobilePaymentsParams = z
  .object({ ...page, ...filters })
  .strict()

export const AdminExportMobilePaymentsParams = z.object(filters).strict()

export const AdminGetDifferencesParams = z
  .object({
    ...page,
    kind: oneOrMany(z.enum(differenceKinds)),
    resolved: z.enum(["true", "false"]).optional(),
  })
  .strict()

export const AdminGetMessagesParams = z
  .object({ ...page, state: oneOrMany(z.enum(eventStates)) })
  .strict()

export const AdminResolveDifference = z
  .object({ resolution: z.string().trim().min(3).max(500) })
  .strict()

export const AdminRegisterProvider = z
  .object({
    driver: z.string().trim().min(1).max(32),
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d{9,15}$/, "A number with its country code."),
  })
  .strict()

export type AdminRegisterProvider = z.infer<typeof AdminRegisterProvider>
export type AdminGetMobilePaymentsParams = z.infer<
  typeof AdminGetMobilePaymentsParams
>
export type AdminExportMobilePaymentsParams = z.infer<
  typeof AdminExportMobilePaymentsParams
>
export type AdminGetDifferencesParams = z.infer<
  typeof AdminGetDifferencesParams
>
export type AdminGetMessagesParams = z.infer<typeof AdminGetMessagesParams>
export type AdminResolveDifference = z.infer<typeof AdminResolveDifference>
