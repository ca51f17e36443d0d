using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>
/// Publishes the sample with Native AOT: trimming and AOT warnings are errors, and golden vectors match in the native program.
/// </summary>
public sealed partial class NativeVerifyTests
{
    [NativeFact]
    public void NativeVerify_ReleasedBundles_GiveTheirGoldenVectors()
    {
        using var folder = new TemporaryFolder();
        DotnetCommand.Run(
            Repository.Root, "publish", "samples/Latent.NativeVerify", "--configuration", "Release", "--runtime", NativeFactAttribute
                .Runtime,
            "-p:PublishAot=true", "--artifacts-path", Repository.At("artifacts", "aot"), "--output", folder["program"]);
        var program = folder["program/native-verify"];

        var output = DotnetCommand.RunProgram(program, Repository.Root, [.. ReleasedBundles.All.Select(ReleasedBundles.FolderOf)])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(ReleasedBundles.All, output[..^1].Select(line => line.Split(':')[0]));
        Assert.All(output[..^1], line => Assert.Contains(": ok, largest difference ", line));
        Report(program);
    }

    // Writes the size and the time to the first result, for the build script to print.
    private static void Report(string program)
    {
        var first = Milliseconds().Match(DotnetCommand.RunProgram(program, Repository.Root, ReleasedBundles.FolderOf("mnist-vae")))
            .Groups[1]
            .Value;
        Directory.CreateDirectory(Repository.At("artifacts", "tests"));
        File.WriteAllText(Repository.At("artifacts", "tests", "native.txt"), FormattableString.Invariant($"native AOT     {new FileInfo(program).Length / 1e6:0.0} MB beside ONNX Runtime, {first} ms from the start of the ") +
            "process to the golden vectors of mnist-vae\n");
    }

    [GeneratedRegex(@"(\d+) ms since")]
    private static partial Regex Milliseconds();
}
