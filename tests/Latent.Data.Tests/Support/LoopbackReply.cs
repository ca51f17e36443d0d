using System.Text;

namespace Latent.Data.Tests;

/// <summary>A reply of the loopback server.</summary>
/// <param name="Status">The status, such as <c>200 OK</c>; null sends nothing.</param>
/// <param name="Body">The body.</param>
/// <param name="Length">The Content-Length header; null uses the length of the body.</param>
/// <param name="From">The offset of the body in the complete content.</param>
/// <param name="Hold">The connection stays open until this task completes.</param>
internal sealed record LoopbackReply(string? Status, byte[] Body, long? Length = null, int From = 0, Task? Hold = null)
{
    /// <summary>Returns the content from the requested offset.</summary>
    public static LoopbackReply Content(byte[] content, int from) =>
        from == 0 ? new("200 OK", content) : new("206 Partial Content", content[from..], From: from);

    /// <summary>Announces the complete content, but sends only its first bytes.</summary>
    public static LoopbackReply Broken(byte[] content, int count) => new("200 OK", content[..count], content.Length);

    /// <summary>Returns headers and body as sent over the connection.</summary>
    public byte[] ToBytes()
    {
        if (Status is null) return [];
        var length = Length ?? Body.Length;
        var range = From == 0 ? "" : $"Content-Range: bytes {From}-{From + length - 1}/{From + length}\r\n";
        var head = $"HTTP/1.1 {Status}\r\nContent-Length: {length}\r\n{range}Connection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }
}
