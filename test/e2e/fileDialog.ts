import type { ElectronApplication, Page } from '@playwright/test';

/** Stands for the person in the system's dialog for files. */
export async function chooseFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
}
