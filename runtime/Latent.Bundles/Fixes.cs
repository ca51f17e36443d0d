namespace Latent.Bundles;

/// <summary>Fix texts that several errors share.</summary>
public static class Fixes
{
    /// <summary>For a bundle whose content is wrong.</summary>
    public const string WriteAgain = "write the bundle again with 'latent train', or obtain it again.";

    /// <summary>For a file that changed since it was written.</summary>
    public const string CopyAgain = "copy the bundle again: the file was changed or cut short after it was written.";
}
