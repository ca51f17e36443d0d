using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Latent.Data.Tests;

/// <summary>A web server on this machine that answers as a test says, one request a connection, and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    /// <param name="answer">From the place in the content that is asked for (0: all of it) to the reply.</param>
    public LoopbackServer(Func<int, LoopbackReply> answer)
    {
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        serving = Task.Run(() => ServeAsync(answer));
    }

    public string Address { get; }

    /// <summary>Path, and place in the content, of every request, in order.</summary>
    public List<(string Path, int From)> Requests { get; } = [];

    /// <summary>Answers with the content, or with the part of it that is asked for.</summary>
    public static LoopbackServer Create(byte[] content) => new(from => LoopbackReply.Content(content, from));

    public void Dispose()
    {
        listener.Stop();
        serving.Wait();
    }

    private async Task ServeAsync(Func<int, LoopbackReply> answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await ReplyAsync(client.GetStream(), client.Client, answer);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped at the end of the test.
        }
    }

    private async Task ReplyAsync(NetworkStream stream, Socket socket, Func<int, LoopbackReply> answer)
    {
        try
        {
            var request = await ReadRequestAsync(stream);
            Requests.Add(request);
            var reply = answer(request.From);
            await stream.WriteAsync(reply.ToBytes());
            if (reply.Hold is { } hold) await hold;
            // Says that no more will come and waits until that is seen, so that nothing sent is lost.
            socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // The other side has gone.
        }
    }

    private static async Task<(string Path, int From)> ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync())!.Split(' ')[1];
        var from = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.Ordinal))
                from = int.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        return (path, from);
    }
}
