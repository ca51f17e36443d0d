using System.Text.RegularExpressions;

namespace Latent.Runtime;

/// <summary>What CUDA lacks, and where to get it, in words.</summary>
internal static partial class CudaMissing
{
    /// <summary>What a failure of ONNX Runtime comes from: the library that it could not load by name and kind, else its own words.</summary>
    /// <param name="reason">The message of ONNX Runtime.</param>
    public static string Name(string reason) => LibraryIn(reason) switch
    {
        null => reason,
        var library when library.StartsWith("libcudnn", StringComparison.Ordinal) => $"cuDNN's {library} is not on the loader's path",
        var library when library.StartsWith("libcuda.", StringComparison.Ordinal) => $"the NVIDIA driver library {library} is not installed",
        var library when library.StartsWith("libcu", StringComparison.Ordinal) || library.StartsWith("libnv", StringComparison.Ordinal) => $"the CUDA runtime's {library} is not on the loader's path",
        var library => $"{library} is not on the loader's path",
    };

    /// <summary>What to do about something that is missing.</summary>
    /// <param name="missing">As <see cref="Name"/> and <see cref="CudaState"/> say it.</param>
    public static string FixOf(string missing) => missing switch
    {
        _ when missing.Contains("no CUDA provider", StringComparison.Ordinal) =>
            "reference the package Microsoft.ML.OnnxRuntime.Gpu from the program, in place of Microsoft.ML.OnnxRuntime",
        _ when missing.Contains("driver library", StringComparison.Ordinal) => "install the NVIDIA driver",
        _ when missing.Contains("no GPU", StringComparison.Ordinal) => "choose a GPU that is there (nvidia-smi lists them; CUDA_VISIBLE_DEVICES may hide some)",
        _ when missing.Contains("cuDNN", StringComparison.Ordinal) => "install cuDNN for the version of CUDA that the provider was built for, and put its folder on LD_LIBRARY_PATH",
        _ when missing.Contains("CUDA runtime", StringComparison.Ordinal) => "install the CUDA runtime of the version at the end of that name, and put its folder on LD_LIBRARY_PATH",
        _ when missing.Contains("only the CPU can run", StringComparison.Ordinal) => "export the model without that operator",
        _ => "install what is missing",
    };

    private static string? LibraryIn(string reason) => Library().Match(reason) is { Success: true } match ? match.Groups["name"].Value : null;

    // The words of the loader of Linux: "libcudnn.so.9: cannot open shared object file: No such file or directory".
    [GeneratedRegex(@"(?<name>lib[\w.-]+\.so[.\d]*): cannot open shared object file")]
    private static partial Regex Library();
}
