import type {
  CreateFileDTO,
  FileDTO,
  FileTypes,
  Logger,
} from "@medusajs/framework/types"
import { FileModuleService, type FileProviderService } from "./upstream"

type Dependencies = {
  fileProviderService: FileProviderService
  logger: Logger
}

type Kept = FileTypes.ProviderFileResultDTO

/**
 * Medusa's file module, but files that are uploaded together are kept together:
 * when one of them fails, core forgets those that went through, and they stay
 * in the store for ever.
 */
export class FileService extends FileModuleService {
  private readonly logger: Logger

  constructor(dependencies: Dependencies) {
    super(dependencies)
    this.logger = dependencies.logger
  }

  override createFiles(data: CreateFileDTO[]): Promise<FileDTO[]>
  override createFiles(data: CreateFileDTO): Promise<FileDTO>
  override async createFiles(
    data: CreateFileDTO | CreateFileDTO[]
  ): Promise<FileDTO | FileDTO[]> {
    const outcomes = await Promise.allSettled(
      [data].flat().map((file) => this.fileProviderService_.upload(file))
    )
    const kept = outcomes.flatMap((outcome) =>
      outcome.status === "fulfilled" ? [outcome.value] : []
    )
    const failure = outcomes.find(({ status }) => status === "rejected")
    if (failure?.status === "rejected") {
      await this.takeBack(kept)
      throw failure.reason
    }
    const files = kept.map(({ key, url }) => ({ id: key, url }))
    return Array.isArray(data) ? files : files[0]
  }

  private async takeBack(kept: Kept[]) {
    await Promise.all(
      kept.map(({ key }) =>
        this.fileProviderService_
          .delete({ fileKey: key })
          .catch((reason: Error) => {
            this.logger.warn(
              `An upload failed, and ${key}, which came with it, could not be taken back: ${reason.message}`
            )
          })
      )
    )
  }
}
