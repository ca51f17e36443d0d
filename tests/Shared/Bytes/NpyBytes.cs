using System.Text;

namespace Latent.Tests;

/// <summary>Creates the bytes of <c>.npy</c> files in NumPy's format.</summary>
internal static class NpyBytes
{
    public static byte[] Create(string descr, bool fortran, string shape, byte[] numbers, byte version = 1)
    {
        var header = $"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";
        return WithHeader(header, numbers, version);
    }

    public static byte[] WithHeader(string header, byte[] numbers, byte version = 1)
    {
        var length = header.Length + 1;
        byte[] size = version == 1 ? [(byte)length, (byte)(length >> 8)] : [(byte)length, (byte)(length >> 8), 0, 0];
        return [0x93, .. "NUMPY"u8, version, 0, .. size, .. Encoding.ASCII.GetBytes(header), (byte)'\n', .. numbers];
    }

    public static byte[] Create<T>(IEnumerable<T> numbers, Func<T, byte[]> write) => [.. numbers.SelectMany(write)];
}
