import { toast } from "@medusajs/ui"
import {
  type QueryKey,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { ShopError } from "../shop-fetch"
import { useRefusalText } from "./use-refusal-text"

/** `success` only when the person has what they wanted. */
export type Said = { tone: "success" | "info" | "warning"; text: string }

type Action<Input, Result> = {
  run: (input: Input) => Promise<Result>
  /** What a person reads when it is done; it may depend on what came of it. */
  say: (result: Result) => Said | null
  onDone?: (result: Result) => void
  /** Its form says at each field what the shop has against it. */
  marksFields?: boolean
  /** What is asked again afterwards, also when it was refused. */
  stale: readonly QueryKey[]
}

/** The message is the validator's, in English; the details say where. */
const isAboutFields = (error: unknown) =>
  error instanceof ShopError &&
  error.code === "invalid_data" &&
  error.details.length > 0

/** Something a person does: its outcome is said, and what it changed re-read. */
export function useAction<Input = void, Result = unknown>({
  run,
  say,
  onDone,
  marksFields,
  stale,
}: Action<Input, Result>) {
  const { t } = useTranslation("duka")
  const textOf = useRefusalText()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (result) => {
      const said = say(result)
      if (said) {
        toast[said.tone](said.text)
      }
      onDone?.(result)
    },
    onError: (error) =>
      toast.error(
        marksFields && isAboutFields(error)
          ? t("error.fields")
          : (textOf(error) ?? t("error.unreachable"))
      ),
    onSettled: () =>
      Promise.all(
        stale.map((queryKey) => client.invalidateQueries({ queryKey }))
      ),
  })
}
