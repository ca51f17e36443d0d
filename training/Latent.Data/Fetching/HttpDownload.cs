using System.Net;
using System.Net.Http.Headers;

namespace Latent.Data;

/// <summary>Brings one address into a file, going on where an earlier attempt stopped if the server can.</summary>
internal sealed class HttpDownload(HttpClient client, Uri address, string part, TimeSpan patience)
{
    private const int Attempts = 3;

    public static HttpClient NewClient(TimeSpan patience) => new(new SocketsHttpHandler { ConnectTimeout = patience })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("latent", "1") } },
    };

    /// <summary>Completes the file; an interrupted attempt is followed by another as long as each brings something.</summary>
    /// <returns>Whether any of it had come in an earlier attempt.</returns>
    public async Task<bool> RunAsync(Action<long, long?> progress, CancellationToken cancellation)
    {
        var resumed = false;
        for (var attempt = 1; ; attempt++)
        {
            var before = LengthOfPart();
            resumed |= before > 0;
            try
            {
                await AttemptAsync(before, progress, cancellation);
                return resumed;
            }
            catch (IOException) when (LengthOfPart() > before && attempt < Attempts)
            {
                // Something came: the next attempt asks for the rest.
            }
            catch (IOException interrupted)
            {
                var reason = interrupted.Message.TrimEnd('.');
                throw new SourceException(
                    $"{address} broke off after {LengthOfPart()} bytes ({reason}); what came is kept for the next time", interrupted);
            }
        }
    }

    private async Task AttemptAsync(long from, Action<long, long?> progress, CancellationToken cancellation)
    {
        using var silence = new StallTimeout(patience, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (from > 0) request.Headers.Range = new(from, null);
        using var response = await silence.GuardAsync(address, token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token));
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && from > 0)
        {
            // The server has no more than is here: the file is whole, or it is another one and its hash will tell.
            return;
        }

        if (!response.IsSuccessStatusCode) throw new SourceException($"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}");
        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == from;
        await using var output = new FileStream(part, continues ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        var total = output.Length + response.Content.Headers.ContentLength;
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 17];
        int read;
        while ((read = await silence.GuardAsync(address, token => content.ReadAsync(buffer, token).AsTask())) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
            progress(output.Length, total);
        }
    }

    private long LengthOfPart() => new FileInfo(part) is { Exists: true } file ? file.Length : 0;
}
