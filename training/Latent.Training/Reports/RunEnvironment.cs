using System.Runtime.InteropServices;
using Latent.Runtime;
using static TorchSharp.torch;

namespace Latent.Training.Reports;

/// <summary>What a model was trained on and with. Holds no name of a user or a machine, and no path.</summary>
public sealed record RunEnvironment
{
    private const string UnknownProcessor = "unknown";

    /// <summary>The operating system and its version.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The processor's name, as its maker gives it, and its architecture.</summary>
    public required string Processor { get; init; }

    /// <summary>The processors that the process could use.</summary>
    public required int Processors { get; init; }

    /// <summary>The threads that TorchSharp computed with.</summary>
    public required int Threads { get; init; }

    /// <summary>The device that the model was trained on: <c>cpu</c>, <c>cuda:0</c>, ...</summary>
    public required string Device { get; init; }

    /// <summary>The version of .NET.</summary>
    public required string Dotnet { get; init; }

    /// <summary>The version of TorchSharp.</summary>
    public required string TorchSharp { get; init; }

    /// <summary>The version of LibTorch.</summary>
    public required string Libtorch { get; init; }

    /// <summary>The version of ONNX Runtime.</summary>
    public required string OnnxRuntime { get; init; }

    /// <summary>Describes this process.</summary>
    /// <param name="device">The device that the model was trained on.</param>
    internal static RunEnvironment OfThisProcess(string device) => new()
    {
        OperatingSystem = RuntimeInformation.OSDescription,
        Processor = $"{ProcessorName()} ({RuntimeInformation.ProcessArchitecture})",
        Processors = Environment.ProcessorCount,
        Threads = get_num_threads(),
        Device = device,
        Dotnet = RuntimeInformation.FrameworkDescription,
        TorchSharp = typeof(Tensor).Assembly.GetName().Version!.ToString(3),
        Libtorch = __version__,
        OnnxRuntime = GraphSession.EngineVersion,
    };

    private static string ProcessorName()
    {
        const string List = "/proc/cpuinfo";
        const string Key = "model name";
        var line = File.Exists(List) ? File.ReadLines(List).FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? UnknownProcessor;
    }
}
