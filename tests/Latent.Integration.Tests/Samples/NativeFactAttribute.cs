using System.Runtime.InteropServices;

namespace Latent.Integration.Tests;

/// <summary>A test that publishes with Native AOT; skipped if that is not possible, with the fix as the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = Obstacle;

    /// <summary>The target runtime identifier.</summary>
    public static string Runtime => "linux-x64";

    private static string? Obstacle =>
        !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64 ? "the sample is published for linux-x64 only"
        : InstalledProgram.Find("clang", "gcc") is null ? "there is no linker; install it first: apt-get install gcc"
        : !File.Exists("/usr/include/zlib.h") ? "there is no zlib to link with; install it first: apt-get install zlib1g-dev"
        : Directory.Exists(Path.Combine(PackageFolder.Path, $"runtime.{Runtime}.microsoft.dotnet.ilcompiler")) ? null
        :
            "the compiler is not installed; run this first: dotnet restore samples/Latent.NativeVerify " +
            $"--runtime {Runtime} -p:PublishAot=true";
}
