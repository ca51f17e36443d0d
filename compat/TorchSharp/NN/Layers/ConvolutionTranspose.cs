namespace TorchSharp.Modules;

public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type,
            dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override torch.Tensor forward(torch.Tensor input) => forward(input, null);

    public abstract torch.Tensor forward(torch.Tensor input, long[]? output_size);

    /// <summary>How much to add to each axis so that the output has the wanted size.</summary>
    protected long[] _output_padding(
        torch.Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        // As in the genuine package, the first number stands for all.
        if (output_size is null) return [output_padding[0]];
        var shape = input.shape;
        var leading = shape.Length - (int)num_spatial_dims;
        var wanted = output_size.Length == shape.Length ? output_size[leading..] : output_size;
        if (wanted.Length != num_spatial_dims)
            throw new ArgumentException(
                $"{GetName()}: for {shape.Length}D input, output_size must have {num_spatial_dims} or {shape.Length} elements (got {output_size.Length})",
                nameof(output_size));

        var extra = new long[num_spatial_dims];
        for (var axis = 0; axis < extra.Length; axis++)
        {
            var least = ((shape[leading + axis] - 1) * stride[axis]) - (2 * padding[axis]) + (dilation[axis] * (kernel_size[axis] - 1)) + 1;
            extra[axis] = wanted[axis] - least;
            if (extra[axis] < 0 || extra[axis] >= stride[axis])
                throw new ArgumentException(
                    $"Requested an output size of [{string.Join(", ", wanted)}], but axis {axis} can be {least} to {least + stride[axis] - 1}.",
                    nameof(output_size));
        }

        return extra;
    }
}
