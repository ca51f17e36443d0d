namespace Latent.Tests;

/// <summary>The native libraries beside a test.</summary>
internal static class NativeLibraries
{
    /// <summary>The files of TorchSharp and LibTorch in the output folder.</summary>
    public static IReadOnlyList<string> Torch =>
        [.. Directory.EnumerateFiles(
            AppContext.BaseDirectory,
            "*torch*",
            new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })];
}
