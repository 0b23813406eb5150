import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import type { FileDTO, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { colours } from "../catalogue/colours"
import type { ColourName, DemoProduct } from "../catalogue/types"
import { drawPicture } from "./draw"

/** The stored picture of each colour of a product. */
export type StoredPictures = Partial<Record<ColourName, FileDTO>>

/** What the product remembers of them, in its metadata. */
export type PictureIds = Partial<Record<ColourName, string>>

type Wanted = { product: DemoProduct; colour: ColourName }

/** Draws and stores pictures in one upload, in the order asked for. */
export async function storePictures(
  container: MedusaContainer,
  wanted: readonly Wanted[]
): Promise<FileDTO[]> {
  if (!wanted.length) {
    return []
  }
  const { result } = await uploadFilesWorkflow(container).run({
    input: {
      files: wanted.map(({ product: { handle, drawing }, colour }) => ({
        filename: `${handle}-${colour}.png`,
        mimeType: "image/png",
        content: drawPicture({ drawing, ...colours[colour] }).toString(
          "base64"
        ),
        access: "public",
      })),
    },
  })
  return result
}

/** The file, unless its store lost it. */
export async function findPicture(
  container: MedusaContainer,
  id: string
): Promise<FileDTO | undefined> {
  try {
    return await container.resolve(Modules.FILE).retrieveFile(id)
  } catch (error) {
    if (
      error instanceof MedusaError &&
      error.type === MedusaError.Types.NOT_FOUND
    ) {
      return undefined
    }
    throw error
  }
}
