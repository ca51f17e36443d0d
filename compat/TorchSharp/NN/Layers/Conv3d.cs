namespace TorchSharp.Modules;

public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype)
        : base(
            nameof(Conv3d), in_channels, out_channels, kernel_size, stride, padding, padding_type,
            dilation, false, new long[3], groups, bias, padding_mode, device, dtype)
    {
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        CheckShape(input, 3);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = torch.nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return torch.nn.functional.conv3d(padded, weight, bias, stride, new long[3], dilation, groups);
        }

        return padding_type is { } kind
            ? torch.nn.functional.conv3d_padding(input, weight, bias, stride, kind, dilation, groups)
            : torch.nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
