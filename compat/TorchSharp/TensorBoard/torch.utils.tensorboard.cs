using System.Globalization;
using System.Net;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class tensorboard
        {
            /// <summary>Opens an event file that TensorBoard reads.</summary>
            /// <param name="log_dir">The folder of the run; by default <c>runs/</c> and a name made of date, time and host.</param>
            /// <param name="filename_suffix">What the file's name ends with, after a dot.</param>
            /// <param name="createRunName">Whether <paramref name="log_dir"/> holds runs, and this one gets a name as by default.</param>
            public static SummaryWriter SummaryWriter(string? log_dir = null, string? filename_suffix = null, bool createRunName = false)
            {
                if (string.IsNullOrEmpty(log_dir)) return new SummaryWriter(RunFolder("runs"), filename_suffix);
                return new SummaryWriter(createRunName ? RunFolder(log_dir) : log_dir, filename_suffix);
            }

            private static string RunFolder(string parent)
            {
                var now = DateTime.Now;
                var month = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(now.Month);
                return Path.Combine(parent, $"{month}{now.Day}_{now.Hour}-{now.Minute}-{now.Second}_{Dns.GetHostName()}");
            }
        }
    }
}
