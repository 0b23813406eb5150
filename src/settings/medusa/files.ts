import { join } from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { SIMULATED_ACCOUNT as SIMULATED_CLOUDINARY } from "../../providers/file-cloudinary/simulated-account"
import {
  SIMULATED_ACCOUNT as SIMULATED_IMAGEKIT,
  SIMULATED_ID,
} from "../../providers/file-imagekit/simulated-account"
import type { Settings } from "../read"

const local = ({ BACKEND_URL }: Settings) => ({
  resolve: "@medusajs/medusa/file-local",
  id: "local",
  options: {
    upload_dir: join(process.cwd(), "static"),
    private_upload_dir: join(process.cwd(), "static"),
    backend_url: `${BACKEND_URL}/static`,
  },
})

const s3 = (settings: Settings) => ({
  resolve: "./src/providers/file-s3",
  id: "s3",
  options: {
    file_url: settings.ASSETS_URL,
    bucket: settings.S3_BUCKET,
    private_bucket: settings.S3_PRIVATE_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    access_key_id: settings.S3_ACCESS_KEY_ID,
    secret_access_key: settings.S3_SECRET_ACCESS_KEY,
    prefix: settings.S3_PREFIX,
    path_style: settings.S3_PATH_STYLE,
    acl: settings.S3_ACL,
  },
})

const cloudinaryOptions = (settings: Settings) => {
  if (settings.CLOUDINARY_URL) {
    return { ...settings.CLOUDINARY_URL, deliveryUrl: settings.ASSETS_URL }
  }
  const simulators = settings.SIMULATORS_URL
  return {
    ...SIMULATED_CLOUDINARY,
    apiUrl: simulators,
    deliveryUrl: `${simulators}/${SIMULATED_CLOUDINARY.cloudName}`,
  }
}

const cloudinary = (settings: Settings) => ({
  resolve: "./src/providers/file-cloudinary",
  id: "cloudinary",
  options: cloudinaryOptions(settings),
})

const imagekitOptions = (settings: Settings) => {
  if (settings.IMAGEKIT_PRIVATE_KEY) {
    return {
      privateKey: settings.IMAGEKIT_PRIVATE_KEY,
      urlEndpoint: settings.IMAGEKIT_URL_ENDPOINT,
    }
  }
  const simulators = settings.SIMULATORS_URL
  return {
    ...SIMULATED_IMAGEKIT,
    urlEndpoint: `${simulators}/${SIMULATED_ID}`,
    apiUrl: simulators,
    uploadUrl: simulators,
  }
}

const imagekit = (settings: Settings) => ({
  resolve: "./src/providers/file-imagekit",
  id: "imagekit",
  options: imagekitOptions(settings),
})

const stores = { local, s3, cloudinary, imagekit }

export const fileModule = (settings: Settings) => ({
  // Medusa's own forgets the files that came with one that failed.
  key: Modules.FILE,
  resolve: "./src/modules/file",
  options: { providers: [stores[settings.FILE_PROVIDER](settings)] },
})
