using System.Runtime.InteropServices;
using Latent.Runtime;
using static TorchSharp.torch;

namespace Latent.Training.Reports;

/// <summary>The hardware and software of a training run. Contains no user name, machine name or path.</summary>
public sealed record RunEnvironment
{
    private const string UnknownProcessor = "unknown";

    /// <summary>The operating system and its version.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The processor's vendor name and architecture.</summary>
    public required string Processor { get; init; }

    /// <summary>The number of processors available to the process.</summary>
    public required int Processors { get; init; }

    /// <summary>The number of TorchSharp threads.</summary>
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

    /// <summary>Describes the current process.</summary>
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
