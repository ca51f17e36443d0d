namespace Latent.Bundles;

/// <summary>Fix texts that several errors share.</summary>
internal static class Fixes
{
    public const string WriteAgain = "write the bundle again with 'latent train', or obtain it again.";

    public const string CopyAgain = "copy the bundle again: the file was changed or cut short after it was written.";
}
