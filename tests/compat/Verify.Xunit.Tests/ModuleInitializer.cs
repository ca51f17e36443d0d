using System.Runtime.CompilerServices;

namespace VerifyCompat.Tests;

internal static class ModuleInitializer
{
    [ModuleInitializer]
    public static void Initialize()
    {
        Verifier.DerivePathInfo((sourceFile, _, type, method) => new PathInfo(
            Path.Combine(Path.GetDirectoryName(sourceFile)!, "Expectations"),
            type.Name,
            method.Name));
        VerifierSettings.RegisterStringComparer("csv", NumberComparer.Compare);
    }
}
