using System.Globalization;

namespace Latent.Runtime;

/// <summary>The device that runs a model. A requested device is used, or loading fails; only <see cref="Auto"/> falls back.</summary>
public readonly record struct Device
{
    private Device(DeviceKind kind, int index, long memoryLimit = 0) => (Kind, Index, MemoryLimit) = (kind, index, memoryLimit);

    /// <summary>The CPU.</summary>
    public static Device Cpu { get; } = new(DeviceKind.Cpu, 0);

    /// <summary>
    /// The first GPU if CUDA is available, otherwise the CPU. <see cref="Autoencoder.Device"/> holds the selected device and
    /// <see cref="Autoencoder.DeviceReason"/> the reason.
    /// </summary>
    public static Device Auto { get; } = new(DeviceKind.Auto, 0);

    /// <summary>The kind of device.</summary>
    public DeviceKind Kind { get; }

    /// <summary>The GPU index, from 0; 0 for other kinds.</summary>
    public int Index { get; }

    /// <summary>The maximum GPU memory per graph, in bytes; 0 for no limit.</summary>
    public long MemoryLimit { get; }

    /// <summary>An NVIDIA GPU.</summary>
    /// <param name="index">The GPU index, from 0. Default: 0.</param>
    /// <param name="memoryLimit">
    /// The maximum GPU memory per graph, in bytes, weights included; a graph that needs more fails. 0 for no limit. Default: 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public static Device Cuda(int index = 0, long memoryLimit = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(memoryLimit);
        return new(DeviceKind.Cuda, index, memoryLimit);
    }

    /// <summary>Parses <c>cpu</c>, <c>auto</c>, <c>cuda</c> or <c>cuda:N</c>, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The device.</returns>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Device Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToLowerInvariant() switch
        {
            "cpu" => Cpu,
            "auto" => Auto,
            "cuda" => Cuda(),
            ['c', 'u', 'd', 'a', ':', .. var index] when int.TryParse(
                index,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number) => Cuda(number),
            _ => throw new FormatException($"'{text}' is not a device. Expected: cpu, cuda, cuda:N or auto."),
        };
    }

    /// <summary>Formats the device as <see cref="Parse"/> reads it: <c>cpu</c>, <c>auto</c>, <c>cuda:0</c>.</summary>
    public override string ToString() => Kind switch
    {
        DeviceKind.Cpu => "cpu",
        DeviceKind.Auto => "auto",
        _ => string.Create(CultureInfo.InvariantCulture, $"cuda:{Index}"),
    };
}
