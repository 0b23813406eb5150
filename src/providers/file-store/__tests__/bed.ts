import type { IFileProvider, Logger } from "@medusajs/framework/types"
import { cloudinary } from "../../../../simulators/cloudinary"
import { cloudinaryFaults } from "../../../../simulators/cloudinary/faults"
import { ManualClock } from "../../../../simulators/frame/clock"
import {
  type FaultInput,
  faultScriptSchema,
} from "../../../../simulators/frame/faults"
import { startSimulators } from "../../../../simulators/frame/server"
import { imagekit } from "../../../../simulators/imagekit"
import { imagekitFaults } from "../../../../simulators/imagekit/faults"
import { s3 } from "../../../../simulators/s3"
import { PRIVATE_BUCKET, PUBLIC_BUCKET } from "../../../../simulators/s3/config"
import { s3Faults } from "../../../../simulators/s3/faults"
import { CloudinaryFileService } from "../../file-cloudinary/service"
import { SIMULATED_ACCOUNT as CLOUDINARY } from "../../file-cloudinary/simulated-account"
import { ImageKitFileService } from "../../file-imagekit/service"
import {
  SIMULATED_ACCOUNT as IMAGEKIT,
  SIMULATED_ID,
} from "../../file-imagekit/simulated-account"
import { type S3FileOptions, S3FileService } from "../../file-s3/service"

export const STORES = ["s3", "cloudinary", "imagekit"] as const

export type StoreName = (typeof STORES)[number]

export const faultsOf = {
  s3: s3Faults,
  cloudinary: cloudinaryFaults,
  imagekit: imagekitFaults,
}

/** How the sentences of each store name it. */
export const titleOf: Record<StoreName, string> = {
  s3: "The S3 store",
  cloudinary: "Cloudinary",
  imagekit: "ImageKit",
}

export const SECRETS = [
  "s3-simulator-secret",
  CLOUDINARY.apiSecret,
  IMAGEKIT.privateKey,
  "wrong-secret",
]

export type Provider = Required<IFileProvider>

type Choice = {
  /** Another key than the stand-in accepts. */
  secret?: string
  timeoutMs?: number
  /** Somewhere else than the stand-ins. */
  url?: string
  s3?: Partial<S3FileOptions>
}

export type Bed = Awaited<ReturnType<typeof startBed>>

/** The stand-ins of all stores, and providers that talk to them. */
export async function startBed() {
  // The SDK of S3 knows no clock but the machine's.
  const clock = new ManualClock(Date.now())
  const simulators = await startSimulators({
    standIns: [imagekit, cloudinary, s3],
    shopUrl: "http://localhost:9000",
    clock,
  })
  const logged: string[] = []
  const note = (entry: unknown) => void logged.push(String(entry))
  const logger = { warn: note, error: note } as unknown as Logger

  const provider = (
    name: StoreName,
    { secret, timeoutMs, url = simulators.url, s3: change }: Choice = {}
  ): Provider => {
    const timeouts = timeoutMs ? { upload: timeoutMs, other: timeoutMs } : {}
    const dependencies = { clock, timeouts }
    switch (name) {
      case "s3":
        return new S3FileService(
          { logger },
          {
            file_url: `${url}/duka-assets`,
            bucket: PUBLIC_BUCKET,
            private_bucket: PRIVATE_BUCKET,
            region: "auto",
            endpoint: url,
            access_key_id: "s3-simulator",
            secret_access_key: secret ?? "s3-simulator-secret",
            path_style: true,
            acl: false,
            timeout_ms: timeoutMs,
            ...change,
          }
        )
      case "cloudinary":
        return new CloudinaryFileService(
          { logger },
          {
            ...CLOUDINARY,
            ...(secret ? { apiSecret: secret } : {}),
            apiUrl: url,
            deliveryUrl: `${url}/${CLOUDINARY.cloudName}`,
            dependencies,
          }
        )
      case "imagekit":
        return new ImageKitFileService(
          { logger },
          {
            privateKey: secret ?? IMAGEKIT.privateKey,
            urlEndpoint: `${url}/${SIMULATED_ID}`,
            apiUrl: url,
            uploadUrl: url,
            dependencies,
          }
        )
    }
  }

  return {
    clock,
    url: simulators.url,
    logged,
    provider,
    sim: (name: StoreName) => simulators.standIn(name),
    faults: (name: StoreName, ...faults: FaultInput[]) =>
      simulators.standIn(name).faults.set(faultScriptSchema.parse(faults)),
    /** The names of what a store holds. */
    held(name: StoreName) {
      const { files } = simulators.standIn(name).behaviour.holds?.() as {
        files: { name: string }[]
      }
      return files.map((file) => file.name)
    },
    close: () => simulators.close(),
  }
}
