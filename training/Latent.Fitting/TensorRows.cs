using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>Rows to train on: one tensor of inputs, or several of equal length, such as inputs and labels.</summary>
public sealed class TensorRows
{
    private readonly Tensor[] tensors;

    /// <summary>Wraps tensors, which stay the caller's.</summary>
    /// <param name="tensors">At least one, each [rows, ...], all with the same number of rows and on the same device.</param>
    /// <exception cref="ArgumentException">There is no tensor, one has no dimension, or their lengths or devices differ.</exception>
    public TensorRows(params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Length == 0)
            throw new ArgumentException("Rows need at least one tensor.", nameof(tensors));
        if (Array.Find(tensors, tensor => tensor.dim() == 0) is not null)
            throw new ArgumentException("Each tensor must be [rows, ...]. Received: a scalar.", nameof(tensors));
        if (tensors.Select(tensor => tensor.shape[0]).Distinct().Count() > 1)
            throw new ArgumentException(
                $"The tensors must have the same number of rows. Received: {string.Join(", ", tensors.Select(tensor => tensor.shape[0]))}.",
                nameof(tensors));
        if (tensors.Select(tensor => $"{tensor.device}").Distinct().Count() > 1)
            throw new ArgumentException(
                $"The tensors must be on the same device. Received: {string.Join(", ", tensors.Select(tensor => tensor.device))}.",
                nameof(tensors));
        this.tensors = [.. tensors];
    }

    /// <summary>The number of rows.</summary>
    public int Count => checked((int)tensors[0].shape[0]);

    /// <summary>The device of the tensors.</summary>
    public Device Device => tensors[0].device;

    /// <summary>The rows on a device; tensors that are already there are not copied.</summary>
    internal TensorRows To(Device device) => new([.. tensors.Select(tensor => tensor.to(device))]);

    /// <summary>Some rows of each tensor.</summary>
    /// <param name="indices">Row indices, [batch].</param>
    internal Tensor[] Select(Tensor indices) => [.. tensors.Select(tensor => tensor.index_select(0, indices))];

    /// <summary>The rows in order, at most <paramref name="size"/> per batch.</summary>
    internal IEnumerable<Tensor[]> Split(int size)
    {
        var parts = tensors.Select(tensor => tensor.split(size)).ToArray();
        for (var i = 0; i < parts[0].Length; i++)
            yield return [.. parts.Select(part => part[i])];
    }
}
