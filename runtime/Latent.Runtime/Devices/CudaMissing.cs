using System.Text.RegularExpressions;

namespace Latent.Runtime;

/// <summary>Describes missing CUDA components and their fixes.</summary>
internal static partial class CudaMissing
{
    /// <summary>
    /// Describes the cause of an ONNX Runtime failure: the missing library by name and kind, otherwise the message itself.
    /// </summary>
    /// <param name="reason">The message of ONNX Runtime.</param>
    public static string Name(string reason) => LibraryIn(reason) switch
    {
        null => reason,
        var library when library.StartsWith("libcudnn", StringComparison.Ordinal) => $"cuDNN's {library} is not on the loader's path",
        var library when library.StartsWith(
            "libcuda.",
            StringComparison.Ordinal) => $"the NVIDIA driver library {library} is not installed",
        var library when library.StartsWith("libcu", StringComparison.Ordinal)
            || library.StartsWith("libnv", StringComparison.Ordinal) => $"the CUDA runtime's {library} is not on the loader's path",
        var library => $"{library} is not on the loader's path",
    };

    /// <summary>Returns the fix for a missing component.</summary>
    /// <param name="missing">A description from <see cref="Name"/> or <see cref="CudaState"/>.</param>
    public static string FixOf(string missing) => missing switch
    {
        _ when missing.Contains("no CUDA provider", StringComparison.Ordinal) =>
            "reference the package Microsoft.ML.OnnxRuntime.Gpu from the program, in place of Microsoft.ML.OnnxRuntime",
        _ when missing.Contains("driver library", StringComparison.Ordinal) => "install the NVIDIA driver",
        _ when missing.Contains("no GPU", StringComparison.Ordinal) =>
            "choose an available GPU (nvidia-smi lists them; CUDA_VISIBLE_DEVICES may hide some)",
        _ when missing.Contains(
            "cuDNN",
            StringComparison.Ordinal) =>
                "install cuDNN for the version of CUDA that the provider was built for, and put its folder on LD_LIBRARY_PATH",
        _ when missing.Contains("CUDA runtime", StringComparison.Ordinal) =>
            "install the CUDA runtime with the version at the end of that name, and put its folder on LD_LIBRARY_PATH",
        _ when missing.Contains("only the CPU can run", StringComparison.Ordinal) => "export the model without that operator",
        _ => "install what is missing",
    };

    private static string? LibraryIn(string reason)
        => Library().Match(reason) is { Success: true } match ? match.Groups["name"].Value : null;

    // The message of the Linux loader: "libcudnn.so.9: cannot open shared object file: No such file or directory".
    [GeneratedRegex(@"(?<name>lib[\w.-]+\.so[.\d]*): cannot open shared object file")]
    private static partial Regex Library();
}
