using System.Runtime.CompilerServices;

namespace Latent.Tests;

/// <summary>Sets the location of golden files, and accepts reviewed changes (./build.sh --target=Golden).</summary>
internal static class GoldenSettings
{
    [ModuleInitializer]
    public static void Initialize()
    {
        Verifier.DerivePathInfo((_, projectDirectory, type, method) =>
            new PathInfo(Path.Combine(projectDirectory, "Expectations"), type.Name, method.Name));
        if (Environment.GetEnvironmentVariable("LATENT_ACCEPT_GOLDENS") == "1")
            VerifierSettings.AutoVerify();
    }
}
